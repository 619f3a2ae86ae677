import type { RequirementId } from '../../engine/requirement.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Draw } from '../../engine/world/draw.js';
import { documentedExchanges, type ValidFixture, validFixtures } from '../../engine/world/fixtures/fixtures.js';
import type { World } from '../../engine/world/world.js';

/** An input of a case: a create body and the name of the input in reports. */
export interface BodyInput {
  readonly name: string;
  readonly body: WritableBody;
  readonly contentType?: string | undefined;
  /** The target may reject the body; decision 0049. */
  readonly mayReject?: true;
  /** The SHOULD or MAY that says that the target accepts the body: where it does not, the input is not judged. */
  readonly acceptedBy?: RequirementId;
  /** The body with the edits of several inputs. If the target creates it as it was sent, no input needs a create of its own. */
  readonly together?: { readonly key: string; readonly body: WritableBody } | undefined;
}

/** An edit of a body, and the name of its input. */
export interface Edit {
  readonly name: string;
  readonly edit: (body: WritableBody) => WritableBody;
}

/**
 * An input for each of these edits, which the target may reject. Edits of different places are also made together, so that there are as
 * many such bodies as edits of one place.
 */
export function editedInputs(
  base: () => WritableBody,
  places: readonly (readonly Edit[])[],
  key = 'body',
): readonly BodyInput[] {
  const most = Math.max(...places.map(({ length }) => length));
  const together = Array.from({ length: most }, (_, index) => {
    // No two places have the same text in one body.
    const edits = places.flatMap((ofPlace, place) => ofPlace[(index + place) % most] ?? []);
    return { key: `${key} ${index + 1}`, edits, body: edits.reduce((body, { edit }) => edit(body), base()) };
  });
  return places.flat().map((one) => ({
    name: one.name,
    body: one.edit(base()),
    mayReject: true,
    together: together.find(({ edits }) => edits.includes(one)),
  }));
}

/** The name of an input in reports. */
export const inputName = (input: { readonly name: string }): string => input.name;

/** The valid create fixtures that pass `wanted` and are valid for the target, each with a `clientContext` of this run. */
export function fixtureInputs(world: World, wanted: (fixture: ValidFixture) => boolean): readonly BodyInput[] {
  const { features } = world.profile;
  return validFixtures('create')
    .filter((fixture) => wanted(fixture) && !fixture.unless.some((feature) => features[feature].offered))
    .map((fixture) => ({
      ...fixture,
      name: fixture.says,
      body: world.adapted(withOwnContext(fixture.body, world.draw)),
    }));
}

/** The documented create requests without placeholders: those with annotations inside their complex values, or those without. */
export function documentedInputs(world: World, annotatedWithin: boolean): readonly BodyInput[] {
  return documentedExchanges()
    .filter(({ valid, operation }) => valid && operation === 'create')
    .filter(({ request }) => JSON.stringify(Object.values(request.body)).includes('@odata.type') === annotatedWithin)
    .map(({ says, request }) => ({ name: says, body: world.adapted(withOwnContext(request.body, world.draw)) }));
}

/** Makes `clientContext` unique, because a target may reject a repeated one; decision 0012. Its length stays the same. */
export function withOwnContext(body: WritableBody, draw: Draw): WritableBody {
  const { clientContext } = body;
  if (typeof clientContext !== 'string') return body;
  return { ...body, clientContext: ownText(clientContext, draw) };
}

function ownText(text: string, draw: Draw): string {
  const own = 16;
  if (text.length >= own) return draw.hex(own) + text.slice(own);
  // A few hexadecimal digits would repeat. The range of Han characters is large enough.
  return Array.from(text, () => String.fromCodePoint(0x4e00 + draw.integer(20_000))).join('');
}
