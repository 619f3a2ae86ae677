import {
  type ValidationError,
  validateSecurityActionCreate,
  validateSecurityActionUpdate,
} from '../../generated/validators.js';
import type { Vendor } from './action/action.js';
import type { ActionBody } from './action/body.js';
import { toUtc } from './action/instant.js';
import type { JsonObject } from './protocol/body.js';
import { Refusal, type RefusalDetail } from './refusal.js';
import type { Settings } from './settings.js';

/** Most faults that one refusal tells. */
const mostDetails = 20;

/** Refuses with 400 what the contract's schema for a create refuses (CREATE-16 to CREATE-29, CREATE-37), and wrong type names (CREATE-52). */
export function validateCreate(body: JsonObject): ActionBody {
  if (!validateSecurityActionCreate(body)) throw invalid(validateSecurityActionCreate.errors);
  return checked(body as ActionBody);
}

/** The same for an update, where nothing is required and null does not clear everything (UPDATE-10, UPDATE-11). */
export function validateUpdate(body: JsonObject): ActionBody {
  if (!validateSecurityActionUpdate(body)) throw invalid(validateSecurityActionUpdate.errors);
  return checked(body as ActionBody);
}

/** Refuses with 400 an action that no provider would take, where the reference is told which there are (CREATE-35). */
export function checkRoute(vendorInformation: Vendor | null, vendors: Settings['vendors']): void {
  const known = vendors?.some(({ vendor, provider }) => {
    return vendor === vendorInformation?.vendor && provider === vendorInformation.provider;
  });
  if (known === false) throw new Refusal(400, 'There is no provider for this vendorInformation.');
}

/** Refuses with 400 a create without name, vendor or provider, where the reference is told to want them. */
export function checkNames({ name, vendorInformation }: ActionBody, required: boolean): void {
  if (!required || (name && vendorInformation?.vendor && vendorInformation.provider)) return;
  throw new Refusal(400, 'An action needs a name and a vendorInformation with vendor and provider.');
}

/** What a schema cannot say. Dates leave here in UTC. */
function checked(body: ActionBody): ActionBody {
  const { parameters = [], vendorInformation, errorInfo, completedDateTime } = body;
  checkType(body, 'securityAction');
  checkType(vendorInformation, 'securityVendorInformation');
  checkType(errorInfo, 'resultInfo');
  for (const pair of parameters) checkType(pair, 'keyValuePair');
  const objects = [body, vendorInformation, errorInfo, ...parameters];
  if (objects.some(holdsNul)) throw new Refusal(400, 'A text holds the character NUL.');
  if (!completedDateTime) return body;
  const utc = toUtc(completedDateTime);
  if (utc === undefined) throw new Refusal(400, 'completedDateTime is not a day and time that exist.');
  return { ...body, completedDateTime: utc };
}

/** A type annotation has to name the type; the `#` may be missing and the case differ, as the pages print them so (CREATE-51, CREATE-53). */
function checkType(value: object | null | undefined, name: string): void {
  const annotation = (value as JsonObject | null | undefined)?.['@odata.type'];
  if (annotation === undefined) return;
  const type = String(annotation).toLowerCase().replace(/^#/, '');
  if (type !== `microsoft.graph.${name}`.toLowerCase())
    throw new Refusal(400, `@odata.type has to be #microsoft.graph.${name}.`);
}

function holdsNul(value: object | null | undefined): boolean {
  return Object.values(value ?? {}).some((member) => typeof member === 'string' && member.includes('\0'));
}

function invalid(errors: readonly ValidationError[] | null | undefined): Refusal {
  const details = (errors ?? []).slice(0, mostDetails).map(({ instancePath, message }): RefusalDetail => {
    return { code: 'invalidValue', message: message ?? 'is not valid', target: instancePath || '/' };
  });
  const first = details[0] ? `${details[0].target} ${details[0].message}` : 'it breaks the schema';
  return new Refusal(400, `The body is not valid: ${first}.`, { details });
}
