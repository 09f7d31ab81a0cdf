import type { Slice } from '../assemble';
import { counterController } from './controller';
import { counterReads } from './routes';

export const counterSlice: Slice = {
  controllers: { counter: counterController },
  routes: { 'counter-reads': counterReads },
};
