import { textId } from '../../evidence/lenient.js';
import { isObject, isSuccess, member, type Reply } from '../../evidence/reply.js';
import { untilShown } from '../in-time.js';
import type { FeatureFinding } from '../profile.js';
import { idOf, type World } from '../world.js';
import { featureTexts } from './feature-texts.js';
import type { FirstContact } from './first-contact.js';
import { enoughElements, type Page, readPage, sameOrder } from './list-page.js';
import { confirmed, isSortedOnly, type ListFeature, mayBeEmpty, type Query, signs } from './list-signs.js';

/** Skips every action of a list of a usual length. */
const beyondTheEnd: Query = { $skip: '1000000' };

const none: Query = { $top: '0' };

/** The properties on which a filter limits a list to the actions of one case. */
export const markProperties = ['clientContext', 'actionReason'] as const;

const maxCreates = 3;

/** Probes the list options. All probes of one run share the actions and the list without options. */
export class ListProbe {
  #created: readonly Reply[];
  #plain: Promise<Page> | undefined;

  constructor(
    private readonly world: World,
    contact: FirstContact,
  ) {
    this.#created = contact.created;
  }

  /** Finds whether the target supports the option; the first sign ends the search. */
  async find(feature: ListFeature): Promise<FeatureFinding> {
    const plain = await this.#plainList();
    if (!hasDistinctIds(this.#created) || this.#created.length < 2)
      return {
        offered: false,
        how: 'not probed, because no two actions with ids of their own were created',
        unclear: true,
      };
    if (new Set(plain.ids).size < 2)
      return { offered: false, how: 'not probed, because the list does not show two actions', unclear: true };
    const found = await this.#search(feature, plain, this.#queries(feature));
    if (feature === 'filter') return this.#withProperties(found, plain);
    if (feature === 'select' && !found.offered) return (await this.#selectOfGet()) ?? found;
    if (feature !== 'orderby' || found.offered) return found;
    // Actions with the same createdDateTime have no order.
    await this.#createLater();
    this.#plain = undefined;
    return this.#search(feature, await this.#plainList(), this.#queries(feature).slice(0, 2));
  }

  #queries(feature: ListFeature): readonly Query[] {
    switch (feature) {
      case 'top':
        return [
          ...['1', '2', '3'].map(($top) => ({ $top })),
          { $top: '2', $skip: '0' },
          { $top: '2', $orderby: 'createdDateTime desc' },
          // Where a page has one element at most, no other value makes it smaller.
          none,
        ];
      case 'skip':
        return [{ $skip: '1' }, { $skip: '2' }, { $top: '2', $skip: '1' }, { $skip: '3' }, beyondTheEnd];
      case 'count':
        return [{ $count: 'true' }, { $count: 'true', $top: '1' }, { $count: 'true', $skip: '0' }];
      case 'select':
        return [{ $select: 'id' }, { $select: 'clientContext' }, { $select: 'id,name' }];
      case 'orderby':
        return ['createdDateTime desc', 'createdDateTime', 'actionReason', 'actionReason desc'].map(($orderby) => ({
          $orderby,
        }));
      case 'filter':
        return [...markProperties.flatMap((name) => this.#markFilter(name)), { $filter: "status eq 'Completed'" }];
    }
  }

  /** A filter that only the first action matches; none if no create was sent. */
  #markFilter(name: string): readonly Query[] {
    const sent: unknown = JSON.parse(this.#created[0]?.request.body ?? 'null');
    const value = member(sent, name);
    return typeof value === 'string' ? [{ $filter: `${name} eq '${value.replaceAll("'", "''")}'` }] : [];
  }

  async #search(feature: ListFeature, plain: Page, queries: readonly Query[]): Promise<FeatureFinding> {
    const { supported, notSupported } = featureTexts[feature];
    const statuses = new Set<number>();
    for (const query of queries) {
      const { reply, page } = await readPage(this.world, query);
      const { status } = reply;
      // A server error is no rejection: the cases judge it.
      if (status >= 500 && status !== 501) return { offered: true, how: `the list responded with ${status}` };
      statuses.add(status);
      if (!isSuccess(reply) || !signs[feature](page, plain, query)) continue;
      if (mayBeEmpty.has(feature) && page.ids.length === 0 && !(await this.#isEmptyBecauseOf(query, plain))) continue;
      // Others may have changed the list since it was read without the option, or it may have no stable order.
      if (confirmed.has(feature)) {
        const { page: now } = await readPage(this.world);
        const ordered = feature === 'filter' || page.ids.length === 0 || sameOrder(now.ids, plain.ids);
        if (!(ordered ? signs[feature](page, now, query) : isSortedOnly(page, [plain, now], query))) continue;
      }
      return { offered: true, how: `${supported} (${optionsOf(query)})` };
    }
    const [only, ...others] = statuses;
    const rejected = only !== undefined && only >= 300 && others.length === 0;
    return { offered: false, how: rejected ? `the list responded with ${only}` : notSupported };
  }

  /**
   * Whether a list is empty because of what the option says. Some servers take an option that they do not know for a comparison with a
   * property, and then each list with it is empty.
   */
  async #isEmptyBecauseOf(query: Query, plain: Page): Promise<boolean> {
    const harmless = harmlessLike(query, plain);
    return harmless ? (await readPage(this.world, harmless)).page.ids.length > 0 : false;
  }

  /** Adds the properties whose filter shows the matching action and none of the others. */
  async #withProperties(found: FeatureFinding, plain: Page): Promise<FeatureFinding> {
    if (!found.offered) return found;
    const id = this.#created[0] && idOf(this.#created[0]);
    const properties: string[] = [];
    for (const name of markProperties) {
      for (const query of this.#markFilter(name)) {
        const { reply, page } = await readPage(this.world, query);
        const { ids } = page;
        const hidesOthers = plain.ids.every((one) => one === id || !ids.includes(one));
        if (isSuccess(reply) && hidesOthers && ids.some((one) => one === id)) properties.push(name);
      }
    }
    return properties.length > 0 ? { ...found, properties } : found;
  }

  /** Whether a get with `$select` leaves out a property that a get without it shows. */
  async #selectOfGet(): Promise<FeatureFinding | undefined> {
    const id = this.#created[0] && idOf(this.#created[0]);
    if (id === undefined) return undefined;
    const [plain, selected] = [await this.world.get(id), await this.world.get(id, { query: { $select: 'id,name' } })];
    if (!isSuccess(plain) || !isSuccess(selected) || !isObject(plain.body) || textId(selected.body) !== id)
      return undefined;
    const omitted = Object.keys(plain.body).some((name) => !(name in (selected.body as object)));
    return omitted ? { offered: true, how: `${featureTexts.select.supported} ($select=id,name of a get)` } : undefined;
  }

  #plainList(): Promise<Page> {
    this.#plain ??= this.#fill();
    return this.#plain;
  }

  /** Creates actions until the list is long enough, and reads it. */
  async #fill(): Promise<Page> {
    let page = await this.#untilListed();
    if (this.#created.length === 0 || !hasDistinctIds(this.#created)) return page;
    // The order of these texts is neither that of the creation nor its opposite.
    for (const letter of ['m', 'a', 'z'].slice(0, maxCreates)) {
      if (page.ids.length >= enoughElements || page.hasLink) break;
      const actionReason = this.world.text(`${letter} probe`);
      const reply = await this.world.create({ ...this.world.body(), actionReason });
      if (!isSuccess(reply)) break;
      this.#created = [...this.#created, reply];
      page = await this.#untilListed();
    }
    return page;
  }

  /** Waits until the list shows the created actions. A list with more pages has enough elements to probe its options. */
  async #untilListed(): Promise<Page> {
    const ids = this.#created.flatMap((reply) => idOf(reply) ?? []);
    const read = async () => (await readPage(this.world)).page;
    if (!hasDistinctIds(this.#created)) return read();
    return untilShown(
      this.world,
      'the list showed new actions',
      read,
      (page) => page.hasLink || ids.every((id) => page.ids.includes(id)),
    );
  }

  /** Creates an action with another `createdDateTime` than the first one, if all have the same. */
  async #createLater(): Promise<void> {
    const times = new Set(this.#created.map(({ body }) => member(body, 'createdDateTime')));
    const [time] = times;
    if (times.size !== 1 || typeof time !== 'string' || !hasDistinctIds(this.#created)) return;
    const another = () => this.world.create(this.world.body());
    const later = await this.world.eventually(another, ({ body }) => member(body, 'createdDateTime') !== time);
    this.#created = [...this.#created, later];
  }
}

/** A list with the same option that is not empty where the target knows the option. */
function harmlessLike(query: Query, plain: Page): Query | undefined {
  if (query === none) return { $top: '1' };
  if (query === beyondTheEnd) return { $skip: '0' };
  return query.$filter === undefined ? undefined : otherStatusFilter(plain);
}

/** A filter that matches the first element of the list. */
function otherStatusFilter({ elements }: Page): Query | undefined {
  const status = elements[0]?.status;
  return typeof status === 'string' ? { $filter: `status eq '${status.replaceAll("'", "''")}'` } : undefined;
}

function optionsOf(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function hasDistinctIds(created: readonly Reply[]): boolean {
  const ids = created.map(idOf);
  return !ids.includes(undefined) && new Set(ids).size === ids.length;
}
