import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type Mail, parseMail } from './mails';

export interface Delivered {
  /** Every address that was named with RCPT TO, in order. */
  recipients: string[];
  sender: string;
  mail: Mail;
}

/** What a server does about a recipient; a number is what it answers. */
export type Verdict = 'takes' | 'hangs' | number;

/** A mail server on this machine that keeps what it takes, may refuse for a while, and may be away. */
export const mailServer = async () => {
  const delivered: Delivered[] = [];
  const happened = new EventEmitter();
  let refusing = 0;
  let judge: (recipient: string) => Verdict = () => 'takes';
  let port = 0;
  let server: SMTPServer;

  const refusal = (): Error | null => {
    if (refusing === 0) return null;
    refusing -= 1;
    return saying(451);
  };

  const saying = (responseCode: number): Error =>
    Object.assign(new Error('Not taken'), { responseCode });

  const start = async (): Promise<void> => {
    const named = new WeakMap<object, string[]>();
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onMailFrom(_address, session, done) {
        named.set(session, []);
        done();
      },
      onRcptTo({ address }, session, done) {
        const verdict = judge(address);
        // It says nothing, and whoever asked waits.
        if (verdict === 'hangs') return;
        named.get(session)?.push(address);
        done(verdict === 'takes' ? refusal() : saying(verdict));
      },
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void parseMail(Buffer.concat(chunks)).then((mail) => {
            const { mailFrom } = session.envelope;
            const sender = mailFrom ? mailFrom.address : '';
            delivered.push({ recipients: named.get(session) ?? [], sender, mail });
            happened.emit('mail');
            done();
          });
        });
      },
    });
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    ({ port } = server.server.address() as AddressInfo);
  };

  await start();
  return {
    delivered,
    url: `smtp://127.0.0.1:${port}`,
    start,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
    /** Answers 451 to so many of the next recipients. */
    refuseNext(count: number): void {
      refusing = count;
    },
    /** Decides from here on what becomes of whom. */
    judges(by: typeof judge): void {
      judge = by;
    },
    /** The `nth` mail to an address, at once or when it arrives. @throws after half a minute */
    async takes(to: string, nth = 1): Promise<Delivered> {
      const signal = AbortSignal.timeout(30_000);
      for (;;) {
        const found = delivered.filter(({ recipients }) => recipients.includes(to))[nth - 1];
        if (found) return found;
        await once(happened, 'mail', { signal });
      }
    },
  };
};
