import type fc from 'fast-check';
import type { Command } from './model-command';
import { admit, close, erase, invalidate, reopen, undo, unpublish } from './model-editors';
import { crash, restart } from './model-servers';
import { confirm, reject, sign, withdraw } from './model-supporters';

/** Often what supporters do, now and then what editors do. A new deed goes in here. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  ...[sign, sign, sign, sign, confirm, confirm, confirm, confirm],
  ...[reject, withdraw, withdraw, admit, admit, erase, invalidate, undo],
  ...[close, unpublish, reopen, reopen, restart, crash],
];
