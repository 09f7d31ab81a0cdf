import type { Slice } from '../assemble';
import { createTables } from './tables';

export const leaseSlice: Slice = { createTables };
