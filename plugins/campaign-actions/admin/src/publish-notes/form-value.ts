import { useForm } from '@strapi/strapi/admin';

/** What stands in a field of the edit form right now, saved or not. */
export const useFormValue = (field: string): unknown =>
  useForm('PublishNotes', ({ values }) => (values as Record<string, unknown>)[field], false);
