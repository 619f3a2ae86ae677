import { readdirSync, readFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { requirements } from '../../../generated/requirements.js';
import * as validators from '../../../generated/validators.js';
import { packageRoot } from '../package-root.js';
import {
  documented,
  documentedExchange,
  documentedExchanges,
  invalidFixtures,
  validFixture,
  validFixtures,
} from './fixtures.js';

const root = join(packageRoot(), 'fixtures');
const folders = ['documented', 'valid', 'invalid'] as const;
const files = folders.flatMap((folder) => readdirSync(join(root, folder)).map((file) => ({ folder, file })));
const parse = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const requestKeeps = {
  create: validators.validateSecurityActionCreate,
  update: validators.validateSecurityActionUpdate,
};
const responseKeeps = validators.validateSecurityAction;

/** The schemas of the contract do not restrict the annotation. */
const beyondSchemas = ['CREATE-52'];

describe('fixture files', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  ajv.addSchema(parse('schema.json') as object, 'fixtures');

  test.each(files)('$folder/$file is valid for fixtures/schema.json', ({ folder, file }) => {
    ajv.validate(`fixtures#/$defs/${folder}`, parse(`${folder}/${file}`));
    expect(ajv.errors ?? []).toEqual([]);
  });

  test.each(files)('$folder/$file has only reserved addresses and hosts', ({ folder, file }) => {
    expect(textsOf(parse(`${folder}/${file}`)).flatMap(unreserved)).toEqual([]);
  });
});

describe('documented exchanges', () => {
  test.each(documentedExchanges())(
    '$name: validity of both bodies is $valid',
    ({ operation, request, response, valid }) => {
      expect([requestKeeps[operation](request.body), responseKeeps(response.body)]).toEqual([valid, valid]);
    },
  );

  test.each(documentedExchanges())('$name is in a file of the same name', ({ name }) => {
    expect(files).toContainEqual({ folder: 'documented', file: `${name}.json` });
  });

  test('printed exchanges have no changes, and the others list theirs', () => {
    for (const { changes, valid } of documentedExchanges()) expect(changes.length > 0).toBe(valid);
  });

  test('the basic bodies have nothing that a conforming target may reject', () => {
    const plain = ['actionReason', 'name', 'parameters', 'vendorInformation'];
    expect(Object.keys(documented.create).sort()).toEqual(plain);
    expect(Object.keys(documented.update).sort()).toEqual(plain);
    expect(Object.isFrozen(documented.create.parameters)).toBe(true);
  });
});

describe('valid fixtures', () => {
  test.each(validFixtures())('$name is valid for the contract', ({ body, operation }) => {
    const keeps: validators.Validator = requestKeeps[operation];
    keeps(body);
    expect(keeps.errors ?? []).toEqual([]);
  });

  test('names are unique and begin with the operation', () => {
    const names = validFixtures().map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const { name, operation } of validFixtures()) expect(name.split('.')[0]).toBe(operation);
  });

  test('the longest contexts have exactly 256 characters', () => {
    for (const name of ['create.context.256', 'create.context.256-two-byte', 'update.context.256'])
      expect([...(validFixture(name).body.clientContext ?? '')]).toHaveLength(256);
  });
});

describe('invalid fixtures', () => {
  const edited = invalidFixtures().filter(({ raw, contentType }) => raw === undefined && contentType === undefined);
  const decidable = edited.filter(({ requirement }) => !beyondSchemas.includes(requirement));
  const raw = invalidFixtures().filter((fixture) => fixture.raw !== undefined);

  test.each(decidable)('$requirement $operation: $says', ({ body, operation, valid }) => {
    expect(requestKeeps[operation](body)).toBe(false);
    expect(body).not.toEqual(valid);
  });

  test.each(raw)('$requirement $operation: $says', (fixture) => {
    expect(isJsonObject(fixture.raw ?? '')).toBe(false);
  });

  test('no fixture exists twice', () => {
    const requests = invalidFixtures().map(({ operation, of, body, raw, contentType }) =>
      JSON.stringify([operation, of, body, raw, contentType]),
    );
    expect(requests).toEqual([...new Set(requests)]);
    const sentences = invalidFixtures().map(({ requirement, says }) => `${requirement} ${says}`);
    expect(sentences).toEqual([...new Set(sentences)]);
  });

  test('the valid body of an invalid fixture is one that every conforming target accepts', () => {
    for (const { of } of invalidFixtures()) {
      const { unless, status, body } = validFixture(of);
      expect({ of, unless, accepted: status[0] === 200 || status[0] === 201 }).toEqual({
        of,
        unless: [],
        accepted: true,
      });
      expect(body, `${of} may be sent many times`).not.toHaveProperty('clientContext');
    }
  });

  test('every defect can be applied to another valid body', () => {
    for (const fixture of edited) {
      const other = { ...fixture.valid, actionReason: 'Another' };
      const { body } = fixture.edited(other);
      if (fixture.operation === 'create') expect(body).toHaveProperty('name');
      expect(body).not.toEqual(other);
    }
  });
});

describe('requirements of fixtures', () => {
  test.each([...validFixtures(), ...invalidFixtures()])(
    '$requirement is about $operation: $says',
    ({ operation, requirement }) => {
      expect(requirements[requirement].operations).toContain(operation);
    },
  );
});

test('an unknown name is an error that lists the existing names', () => {
  expect(() => validFixture('create.nope')).toThrow(/create\.minimal.*received create\.nope/s);
  expect(() => documentedExchange('nope')).toThrow(/create\.as-printed.*received nope/s);
});

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Addresses and host names in a text that somebody may own. Names of types are no hosts. */
function unreserved(text: string): string[] {
  const plain = text
    .replaceAll(/@odata\.type|#?microsoft\.graph\.\w+/gi, '')
    .replaceAll(/\b(create|update|vendorInformation|parameters|errorInfo)(\.\w+)+/g, '');
  const fourParts = plain.match(/\b\d+\.\d+\.\d+\.\d+\b/g) ?? [];
  const hosts = plain.match(/\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b/gi) ?? [];
  const sixes = plain.split(/[\s"'[\]]+/).filter((token) => isIPv6(token));
  return [
    ...fourParts.filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/.test(address)),
    ...hosts.filter((host) => !/(^|\.)example(\.com|\.org|\.net)?$/i.test(host) && !host.endsWith('.json')),
    ...sixes.filter((address) => !address.toLowerCase().startsWith('2001:db8:')),
  ];
}
