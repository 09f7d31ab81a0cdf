import { z } from '@strapi/utils';

/** Which lines of the audit the panel asks for. */
export const auditQuery = z.object({
  /** documentId of an action. */
  action: z.string().max(64).optional(),
  deed: z.string().max(48).optional(),
  /** Lines with smaller ids. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** One line: who did what, to which action, and what there is to know about it. */
export const auditLine = z.strictObject({
  id: z.int(),
  /** What supporters did has its day alone, at midnight UTC. */
  at: z.iso.datetime(),
  who: z.string(),
  deed: z.string(),
  action: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditLine = z.infer<typeof auditLine>;

export const auditPage = z.strictObject({
  data: z.array(auditLine),
  meta: z.strictObject({ before: z.int().nullable() }),
});
export type AuditPage = z.infer<typeof auditPage>;
