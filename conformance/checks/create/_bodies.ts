import type { WritableBody } from '../../engine/world/bodies.js';
import type { Draw } from '../../engine/world/draw.js';
import { documentedExchanges, type ValidFixture, validFixtures } from '../../engine/world/fixtures.js';
import type { World } from '../../engine/world/world.js';

/** A create body as a input of a table. */
export interface BodyInput {
  readonly says: string;
  readonly body: WritableBody;
  readonly contentType?: string;
}

/** How reports call such a input. */
export const says = (input: { readonly says: string }): string => input.says;

/** The valid create fixtures that are wanted and that the target takes, with a `clientContext` of this run. */
export function fixtureInputs(world: World, wanted: (fixture: ValidFixture) => boolean): readonly BodyInput[] {
  const { features } = world.profile;
  return validFixtures('create')
    .filter((fixture) => wanted(fixture) && !fixture.unless.some((feature) => features[feature].offered))
    .map((fixture) => ({ ...fixture, body: world.adapted(withOwnContext(fixture.body, world.draw)) }));
}

/** The documented create requests whose values are filled in: with annotations inside their complex values, or without. */
export function documentedRows(world: World, annotatedWithin: boolean): readonly BodyInput[] {
  return documentedExchanges()
    .filter(({ valid, operation }) => valid && operation === 'create')
    .filter(({ request }) => JSON.stringify(Object.values(request.body)).includes('@odata.type') === annotatedWithin)
    .map(({ says, request }) => ({ says, body: world.adapted(withOwnContext(request.body, world.draw)) }));
}

/** A target may refuse a `clientContext` that it has seen before; reading 0012. Length and kind of the text stay. */
export function withOwnContext(body: WritableBody, draw: Draw): WritableBody {
  const { clientContext } = body;
  if (typeof clientContext !== 'string') return body;
  return { ...body, clientContext: ownText(clientContext, draw) };
}

function ownText(text: string, draw: Draw): string {
  const own = 16;
  if (text.length >= own) return draw.hex(own) + text.slice(own);
  // So few hexadecimal digits would come again; of the common Han characters there are enough.
  return Array.from(text, () => String.fromCodePoint(0x4e00 + draw.integer(20_000))).join('');
}
