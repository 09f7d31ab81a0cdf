import type { World } from './world';

/** One way in which things go wrong. */
export interface Mode {
  name: string;
  /** What it is answered with; null where nobody is answered in words. */
  status: number | null;
  play(world: World): Promise<unknown>;
}
