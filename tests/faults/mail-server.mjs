// @ts-check
/** A mail server that counts what each mailbox gets. */
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/**
 * @param {number} port
 * @param {(address: string) => number | null} [refusal] the code with which it takes nothing for a mailbox
 */
export const openMailServer = async (port, refusal = () => null) => {
  /** @type {Map<string, number>} */
  const taken = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const responseCode = refusal(address);
      done(responseCode ? Object.assign(new Error('Not here.'), { responseCode }) : null);
    },
    onData(stream, { envelope }, done) {
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo)
          taken.set(address, (taken.get(address) ?? 0) + 1);
        done();
      });
      stream.resume();
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return { taken, close: () => server.close() };
};
