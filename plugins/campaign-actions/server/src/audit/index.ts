import type { Slice } from '../assemble';
import { createTables } from './tables';

export const auditSlice: Slice = { createTables };
