import { PREVIEW, type Door, type PublicRequest } from '../http/door';
import { Problem } from '../http/problems';
import { type LongReply, type Reply, problemReply } from '../http/reply';

const NO_REFERRER = ['Referrer-Policy', 'no-referrer'];

const quiet = <Any extends Reply | LongReply>(reply: Any): Any =>
  'headers' in reply ? { ...reply, headers: [...reply.headers, ...NO_REFERRER] } : reply;

/** The address of such an answer holds a token, good or not: it must not be told to the next site. */
const answerQuietly = async (
  door: Door,
  request: PublicRequest,
): Promise<Awaited<ReturnType<Door['answer']>>> => {
  try {
    return quiet(await door.answer(request));
  } catch (error) {
    if (error instanceof Problem) return quiet(problemReply(error));
    throw error;
  }
};

/** A door at which preview tokens are shown. */
export const sayingNoReferrer = (door: Door): Door => ({
  ...door,
  answer: (request) =>
    request.query.has(PREVIEW) ? answerQuietly(door, request) : door.answer(request),
});
