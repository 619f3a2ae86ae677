import {
  type ValidationError,
  validateSecurityActionCreate,
  validateSecurityActionUpdate,
} from '../../generated/validators.js';
import type { Vendor } from './action/action.js';
import type { ActionBody } from './action/body.js';
import { toUtc } from './action/instant.js';
import type { RequestObject } from './protocol/body.js';
import { Rejection, type RejectionDetail } from './rejection.js';
import type { Settings } from './settings.js';

/** Maximum number of errors in one response. */
const maxDetails = 20;

/** Rejects a body that is not valid for a create with 400 (CREATE-16 to CREATE-29, CREATE-37), including wrong type names (CREATE-52). */
export function validateCreate(body: RequestObject): ActionBody {
  if (!validateSecurityActionCreate(body)) throw invalid(validateSecurityActionCreate.errors);
  return checked(body as ActionBody);
}

/** Rejects a body that is not valid for an update with 400 (UPDATE-10, UPDATE-11). */
export function validateUpdate(body: RequestObject): ActionBody {
  if (!validateSecurityActionUpdate(body)) throw invalid(validateSecurityActionUpdate.errors);
  return checked(body as ActionBody);
}

/** Rejects an unknown vendor or provider with 400 if the setting `vendors` is given (CREATE-35). */
export function checkRoute(vendorInformation: Vendor | null, vendors: Settings['vendors']): void {
  const known = vendors?.some(({ vendor, provider }) => {
    return vendor === vendorInformation?.vendor && provider === vendorInformation.provider;
  });
  if (known === false) throw new Rejection(400, 'No provider matches this vendorInformation.');
}

/** Rejects a create without name, vendor or provider with 400 if the setting `namesRequired` is on. */
export function checkNames({ name, vendorInformation }: ActionBody, required: boolean): void {
  if (!required || (name && vendorInformation?.vendor && vendorInformation.provider)) return;
  throw new Rejection(400, 'An action requires a name and a vendorInformation with vendor and provider.');
}

/** Checks what a schema cannot express, and converts the date to UTC. */
function checked(body: ActionBody): ActionBody {
  const { parameters = [], vendorInformation, errorInfo, completedDateTime } = body;
  checkType(body, 'securityAction');
  checkType(vendorInformation, 'securityVendorInformation');
  checkType(errorInfo, 'resultInfo');
  for (const pair of parameters) checkType(pair, 'keyValuePair');
  const objects = [body, vendorInformation, errorInfo, ...parameters];
  if (objects.some(containsNul)) throw new Rejection(400, 'A string contains the character NUL.');
  if (!completedDateTime) return body;
  const utc = toUtc(completedDateTime);
  if (utc === undefined) throw new Rejection(400, 'completedDateTime is not an existing date and time.');
  return { ...body, completedDateTime: utc };
}

/** Rejects a wrong type annotation. It may lack the `#` and differ in case, as it does on the pages (CREATE-51, CREATE-53). */
function checkType(value: object | null | undefined, name: string): void {
  const annotation = (value as RequestObject | null | undefined)?.['@odata.type'];
  if (annotation === undefined) return;
  const type = String(annotation).toLowerCase().replace(/^#/, '');
  if (type !== `microsoft.graph.${name}`.toLowerCase())
    throw new Rejection(400, `@odata.type must be #microsoft.graph.${name}.`);
}

function containsNul(value: object | null | undefined): boolean {
  return Object.values(value ?? {}).some((member) => typeof member === 'string' && member.includes('\0'));
}

function invalid(errors: readonly ValidationError[] | null | undefined): Rejection {
  const details = (errors ?? []).slice(0, maxDetails).map(({ instancePath, message }): RejectionDetail => {
    return { code: 'invalidValue', message: message ?? 'is not valid', target: instancePath || '/' };
  });
  const first = details[0] ? `${details[0].target} ${details[0].message}` : 'it does not match the schema';
  return new Rejection(400, `The body is not valid: ${first}.`, { details });
}
