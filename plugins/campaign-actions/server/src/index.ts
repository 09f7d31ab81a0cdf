import { assemble } from './assemble';
import { config } from './config';

export default { ...assemble([]), config };
