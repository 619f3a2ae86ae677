import type { FeatureId } from '../../../../generated/requirements.js';

/** What a run says about a feature; the texts follow the name and a colon, as in "`$top` not supported: the list was not limited". */
interface FeatureText {
  readonly name: string;
  readonly supported: string;
  readonly notSupported: string;
}

/** The texts for each feature; the probe adds the status code where it decides. */
export const featureTexts: Readonly<Record<FeatureId, FeatureText>> = {
  update: { name: 'PATCH', supported: 'PATCH was not rejected', notSupported: 'PATCH was rejected' },
  top: {
    name: '`$top`',
    supported: 'the list was limited to one element',
    notSupported: 'the list was not limited to one element',
  },
  skip: {
    name: '`$skip`',
    supported: 'the list began after the first element',
    notSupported: 'the list did not begin after the first element',
  },
  count: {
    name: '`$count`',
    supported: 'the list had an `@odata.count`',
    notSupported: 'the list had no `@odata.count`',
  },
  select: {
    name: '`$select`',
    supported: 'the list had no unselected properties',
    notSupported: 'the list had unselected properties',
  },
  orderby: { name: '`$orderby`', supported: 'the list was sorted', notSupported: 'the list was not sorted' },
  filter: { name: '`$filter`', supported: 'the list was filtered', notSupported: 'the list was not filtered' },
  etag: { name: 'ETag', supported: 'a get returned an ETag', notSupported: 'a get returned no ETag' },
  'application-only': {
    name: 'application-only access',
    supported: 'the published resource page requires it; use --lacks if the target serves delegated callers',
    notSupported: 'the target serves delegated callers',
  },
  vendors: {
    name: 'a list of vendors',
    supported: 'an unknown vendor was rejected',
    notSupported: 'an unknown vendor was not rejected',
  },
  'names-required': {
    name: 'a required `name` or `vendorInformation`',
    supported: 'a create with only `parameters` was rejected',
    notSupported: 'a create with only `parameters` was not rejected',
  },
};
