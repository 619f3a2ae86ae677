import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { isObject, member } from '../conformance/engine/evidence/reply.js';
import { documentedExchange } from '../conformance/engine/world/fixtures/fixtures.js';
import * as validators from '../generated/validators.js';

const root = join(import.meta.dirname, '..');
const contract: unknown = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'));
const entries = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
const pointed = (reference: string) => reference.split('/').slice(1).reduce(member, contract);
const resolved = (value: unknown): unknown => {
  const reference = member(value, '$ref');
  return typeof reference === 'string' ? pointed(reference) : value;
};

function validatorOf(reference: string): validators.Validator {
  const name = reference.split('/').at(-1) ?? '';
  const validate = Object.entries(validators).find(([key]) => key.toLowerCase() === `validate${name.toLowerCase()}`);
  if (!validate) throw new Error(`no validator for ${reference}`);
  return validate[1];
}

/** Every named example of every body in the document, with its schema. */
const examples = entries(member(contract, 'paths')).flatMap(([path, item]) =>
  entries(item).flatMap(([method, operation]) => {
    const bodies: [string, unknown][] = [
      ['request', resolved(member(operation, 'requestBody'))],
      ...entries(member(operation, 'responses')).map(([status, response]): [string, unknown] => [
        status,
        resolved(response),
      ]),
    ];
    return bodies.flatMap(([of, body]) =>
      entries(member(body, 'content')).flatMap(([, content]) =>
        entries(member(content, 'examples')).map(([name, example]) => ({
          title: `${method} ${path} ${of}: ${name}`,
          schema: member(member(content, 'schema'), '$ref'),
          value: member(resolved(example), 'value'),
        })),
      ),
    );
  }),
);

test('every schema of the contract has a validator', () => {
  const names = entries(member(member(contract, 'components'), 'schemas')).map(
    ([name]) => `validate${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  );
  expect(Object.keys(validators).sort()).toEqual(names.sort());
});

test('the contract has more than 100 examples', () => expect(examples.length).toBeGreaterThan(100));

test.each(examples.filter(({ schema }) => typeof schema === 'string'))(
  'the example $title is valid',
  ({ schema, value }) => {
    const validate = validatorOf(String(schema));
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
  },
);

const action = documentedExchange('create').response.body;
const page = { value: [action] };

test.each<[string, unknown, string, string]>([
  ['validateSecurityAction', { ...action, status: 'completed' }, '/status', 'enum'],
  ['validateSecurityAction', { ...action, id: 5 }, '/id', 'type'],
  ['validateSecurityAction', { ...action, createdDateTime: 'String (timestamp)' }, '/createdDateTime', 'format'],
  ['validateSecurityAction', { ...action, createdDateTime: '2024-02-30T00:00:00Z' }, '/createdDateTime', 'format'],
  ['validateSecurityAction', { ...action, parameters: [{ name: 'IP' }, { value: 'x' }] }, '/parameters/1', 'required'],
  ['validateSecurityAction', { ...action, states: [{ status: 'Odd' }] }, '/states/0/status', 'enum'],
  ['validateSecurityActionCreate', {}, '', 'required'],
  ['validateSecurityActionCreate', { parameters: [{ name: 'IP', value: 5 }] }, '/parameters/0/value', 'type'],
  ['validateSecurityActionCreate', { parameters: [], clientContext: 'x'.repeat(257) }, '/clientContext', 'maxLength'],
  ['validateSecurityActionUpdate', { status: 'Cancelled' }, '/status', 'enum'],
  ['validateSecurityActionCollection', { ...page, value: [action, { ...action, name: 1 }] }, '/value/1/name', 'type'],
  ['validateGraphError', { error: { code: 5, message: 'x' } }, '/error/code', 'type'],
  ['validateGraphError', {}, '', 'required'],
])('%s rejects %j at "%s" with the keyword %s', (name, value, instancePath, keyword) => {
  const validate = validatorOf(name.replace('validate', ''));
  expect(validate(value)).toBe(false);
  expect(validate.errors).toContainEqual(expect.objectContaining({ instancePath, keyword }));
});

test('all errors are reported, and none remains from the previous call', () => {
  const validate: validators.Validator = validators.validateSecurityAction;
  expect(validate({ ...action, status: 'x', name: 5 })).toBe(false);
  expect(new Set(validate.errors?.map(({ instancePath }) => instancePath))).toEqual(new Set(['/status', '/name']));
  expect([validate(action), validate.errors]).toEqual([true, null]);
});

test('additional members are valid in responses and requests', () => {
  expect(validators.validateSecurityAction({ ...action, more: 1, '@odata.etag': 'W/"1"' })).toBe(true);
  expect(validators.validateSecurityActionCreate({ parameters: [], more: 1 })).toBe(true);
});

test.each([
  ['securityAction', true],
  ['securityActionCollection', true],
  ['securityActionCreate', undefined],
  ['securityActionUpdate', undefined],
])('generators see that %s has the keyword additionalProperties: %o', (name, expected) => {
  expect(member(pointed(`#/components/schemas/${name}`), 'additionalProperties')).toBe(expected);
});

test('the validators import nothing and evaluate no code', () => {
  const source = readFileSync(join(root, 'generated/validators.js'), 'utf8');
  expect(ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName)).toEqual([]);
  expect(/new Function|\beval\(/.exec(source)?.[0]).toBeUndefined();
});

test.each([
  ['createDocumented', 'create', 'request'],
  ['createDocumentedResponse', 'create', 'response'],
  ['createPublished', 'create.published', 'request'],
  ['updateDocumented', 'update', 'request'],
  ['updateDocumentedResponse', 'update', 'response'],
] as const)('the example %s equals the fixture %s, %s', (example, fixture, part) => {
  expect(member(pointed(`#/components/examples/${example}`), 'value')).toEqual(documentedExchange(fixture)[part].body);
});
