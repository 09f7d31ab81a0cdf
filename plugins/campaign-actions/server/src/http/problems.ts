/** One wrong place in a body. `path` names it; the submitted value is never repeated. */
export interface FieldError {
  path: (string | number)[];
  code: FieldErrorCode;
  message: string;
}

/** The closed list of field codes and what each tells a developer. */
export const FIELD_ERRORS = {
  required: 'This field is required.',
  unknown: 'This field is not part of the form.',
  type: 'This value has the wrong type.',
  'too-long': 'This value is too long.',
  'too-short': 'This value is too short.',
  format: 'This value does not have the right format.',
  characters: 'This value contains characters that are not allowed here.',
  'first-character': 'This value begins with =, +, - or @, which is not allowed here.',
  link: 'This value contains a web address, which is not allowed here.',
  'not-an-option': 'This value is not one of the options.',
  'must-be-given': 'This consent is required to take the action.',
  'unknown-version': 'This form version does not exist for this action.',
  'not-solved': 'This challenge is not solved, is too old, or is for another action.',
} as const;
export type FieldErrorCode = keyof typeof FIELD_ERRORS;

export const fieldError = (path: FieldError['path'], code: FieldErrorCode): FieldError => ({
  path,
  code,
  message: FIELD_ERRORS[code],
});

/** Every way in which a public door says no: status, Strapi's error name, one sentence. */
export const PROBLEMS = {
  invalid: [400, 'ValidationError', 'Some fields are not valid.'],
  'not-json': [400, 'ValidationError', 'The body is not valid JSON in UTF-8.'],
  'not-form': [400, 'ValidationError', 'The body is not a valid form in UTF-8.'],
  'address-blocked': [403, 'ForbiddenError', 'Nothing is taken from this address.'],
  'not-found': [404, 'NotFoundError', 'Not Found'],
  'method-not-allowed': [405, 'MethodNotAllowedError', 'This door does not take this method.'],
  'too-slow': [408, 'RequestTimeoutError', 'The body did not arrive in time.'],
  'not-open-yet': [409, 'ConflictError', 'This action is not open yet.'],
  'form-withdrawn': [
    409,
    'ConflictError',
    'This version of the form was withdrawn. Load the page again.',
  ],
  'challenge-used': [
    409,
    'ConflictError',
    'This challenge has paid for another signature. Ask for a new one.',
  ],
  'form-shown': [
    409,
    'ConflictError',
    'This version of the form is shown just now. Publish another one first.',
  ],
  'invalidation-changed': [
    409,
    'ConflictError',
    'This is not as you saw it any more. Load it again and look before you go on.',
  ],
  closed: [410, 'GoneError', 'This action is closed.'],
  'link-not-valid': [410, 'GoneError', 'This link is not valid, or not valid any more.'],
  'too-large': [413, 'PayloadTooLargeError', 'The body is larger than 32 KiB.'],
  'not-json-type': [415, 'UnsupportedMediaTypeError', 'Send application/json.'],
  'not-form-type': [415, 'UnsupportedMediaTypeError', 'Send application/x-www-form-urlencoded.'],
  'challenge-due': [
    428,
    'PreconditionRequiredError',
    'Solve the challenge, and send the same again with its solution.',
  ],
  'too-often': [429, 'RateLimitError', 'Too many came from this address. Try again later.'],
  'too-many-streams': [
    503,
    'ServiceUnavailableError',
    'Too many streams are open. Read the counter now and then instead.',
  ],
  'not-ready': [503, 'ServiceUnavailableError', 'This server cannot take signatures now.'],
  unavailable: [503, 'ServiceUnavailableError', 'Please try again in a moment; nothing was lost.'],
} as const satisfies Record<string, readonly [number, string, string]>;
export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown by deeds. The one place that turns it into an answer is `problemBody`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors: FieldError[] = [],
    /** Seconds after which trying again makes sense. */
    readonly retryAfter: number | null = null,
    /** What else the answer holds. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }
}

/** Strapi's error body. */
export const problemBody = (problem: Problem) => {
  const [status, name, message] = PROBLEMS[problem.code];
  const said = problem.errors.length > 0 ? { errors: problem.errors } : { code: problem.code };
  const details = { ...said, ...problem.details };
  return { data: null, error: { status, name, message, details } };
};
