import { statuses } from '../../../generated/lifecycle.js';
import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import {
  bodyOf,
  doneBeforeRejected,
  isPatch,
  readsPatch,
  readsPatchBytes,
  withBody,
} from '../../selftest/mutants/changes.js';
import { lenient, lenientBytes } from '../../selftest/mutants/lenient-json.js';
import { restoresTexts } from '../../selftest/mutants/sequences/rejected.js';
import { withoutMember } from '../../selftest/mutants/update/without-member.js';
import type { Json } from '../../selftest/server/wire.js';

/** The body with another `errorInfo.code`, where that is a number. */
function withCode(body: Json, edit: (code: number) => number): Json {
  const { errorInfo } = body;
  if (!isObject(errorInfo) || typeof errorInfo.code !== 'number') return body;
  return { ...body, errorInfo: { ...errorInfo, code: edit(errorInfo.code) } };
}

export const mutants = [
  mutant('UPDATE-10', 'an invalid PATCH reverts the texts of the previous PATCH', restoresTexts(400), {
    foundBy: 'sequences',
  }),
  mutant(
    'UPDATE-10',
    'PATCH accepts the number of a status',
    readsPatch((body) => (typeof body.status === 'number' ? { ...body, status: statuses[body.status] } : body)),
  ),
  mutant(
    'UPDATE-10',
    'PATCH does not validate completedDateTime',
    readsPatch((body) => withoutMember(body, 'completedDateTime')),
  ),
  mutant(
    'UPDATE-10',
    'PATCH moves 29 February of a common year to 1 March',
    readsPatch((body) => {
      const { completedDateTime: sent } = body;
      const isLeapDay = typeof sent === 'string' && /^\d{4}-02-29T/.test(sent);
      return isLeapDay ? { ...body, completedDateTime: new Date(sent).toISOString() } : body;
    }),
  ),
  mutant(
    'UPDATE-10',
    'PATCH converts a numeric reason to a string',
    readsPatch((body) =>
      typeof body.actionReason === 'number' ? { ...body, actionReason: String(body.actionReason) } : body,
    ),
  ),
  mutant(
    'UPDATE-10',
    'PATCH ignores a vendorInformation with an invalid part',
    readsPatch((body) => {
      const { vendorInformation: sent } = body;
      const isInvalid =
        isObject(sent) && !Object.values(sent).every((part) => part === null || typeof part === 'string');
      return isInvalid ? withoutMember(body, 'vendorInformation') : body;
    }),
  ),
  mutant(
    'UPDATE-10',
    'PATCH takes true for the code 1',
    readsPatch((body) => {
      const { errorInfo } = body;
      return isObject(errorInfo) && errorInfo.code === true ? { ...body, errorInfo: { ...errorInfo, code: 1 } } : body;
    }),
  ),
  mutant(
    'UPDATE-10',
    'PATCH cuts a code to its lowest 32 bits',
    readsPatch((body) => withCode(body, (code) => (Number.isInteger(code) ? code | 0 : code))),
  ),
  mutant(
    'UPDATE-10',
    'PATCH rounds a code',
    readsPatch((body) => withCode(body, (code) => Math.round(code))),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts a single pair as parameters',
    readsPatch((body) => (isObject(body.parameters) ? { ...body, parameters: [body.parameters] } : body)),
  ),
  mutant(
    'UPDATE-10',
    'PATCH stores the reason before it rejects an invalid name',
    doneBeforeRejected(async (request) => {
      const { name, actionReason } = isPatch(request) ? await bodyOf(request) : {};
      const storesHalf = typeof name === 'number' && typeof actionReason === 'string';
      return storesHalf ? withBody(request, { actionReason }) : undefined;
    }),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts comments',
    readsPatchBytes((bytes) => lenient.comments(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts trailing commas',
    readsPatchBytes((bytes) => lenient.trailingCommas(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts repeated commas',
    readsPatchBytes((bytes) => lenient.repeatedCommas(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts semicolons in place of commas',
    readsPatchBytes((bytes) => lenient.semicolons(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts equals signs in place of colons',
    readsPatchBytes((bytes) => lenient.equalsSigns(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts single quotes',
    readsPatchBytes((bytes) => lenient.singleQuotes(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts names without quotation marks',
    readsPatchBytes((bytes) => lenient.bareNames(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts NaN and Infinity',
    readsPatchBytes((bytes) => lenient.specialNumbers(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts numbers with leading zeros',
    readsPatchBytes((bytes) => lenient.leadingZeros(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts control characters in strings',
    readsPatchBytes((bytes) => lenient.controlCharacters(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH accepts a backslash before any character',
    readsPatchBytes((bytes) => lenient.otherEscapes(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH reads only the first value of a body',
    readsPatchBytes((bytes) => lenient.anyTail(Buffer.from(bytes).toString())),
  ),
  mutant(
    'UPDATE-10',
    'PATCH completes a body that ends too early',
    readsPatchBytes((bytes) => lenient.closedText(Buffer.from(bytes).toString())),
  ),
  mutant('UPDATE-10', 'PATCH replaces bytes that are not UTF-8', readsPatchBytes(lenientBytes.replacing)),
  mutant(
    'UPDATE-10',
    'PATCH accepts UTF-16 and UTF-32 without a byte order mark',
    readsPatchBytes(lenientBytes.detected),
  ),
];
