import { call } from './call';
import { callNumber } from './call-number';
import { consent } from './consent';
import { externalId } from './external-id';
import { form } from './form';
import { formField } from './form-field';
import { holds } from './holds';
import { letter } from './letter';
import { mails } from './mails';
import { target } from './target';
import { thanks } from './thanks';

export const actionComponents = [
  target,
  form,
  formField,
  consent,
  letter,
  call,
  callNumber,
  mails,
  thanks,
  externalId,
  holds,
];
