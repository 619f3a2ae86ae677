import type { FeatureId } from '../../../../generated/requirements.js';

/** What a run says about a feature; the texts follow the name and a colon, as in "`$top` not supported: the list was not limited". */
interface FeatureText {
  readonly name: string;
  readonly supported: string;
  readonly notSupported: string;
}

/** The texts for each feature; the probe adds the status code where it decides. */
export const featureTexts: Readonly<Record<FeatureId, FeatureText>> = {
  update: {
    name: 'PATCH',
    supported: 'PATCH was not rejected',
    notSupported: 'PATCH was rejected',
  },
  top: {
    name: '`$top`',
    supported: 'the list was shorter than without the option',
    notSupported: 'no list was shorter than without the option',
  },
  skip: {
    name: '`$skip`',
    supported: 'the list did not begin with the first element',
    notSupported: 'no list began after the first element',
  },
  count: {
    name: '`$count`',
    supported: 'the list had an `@odata.count`',
    notSupported: 'no list had an `@odata.count`',
  },
  select: {
    name: '`$select`',
    supported: 'unselected properties were left out',
    notSupported: 'unselected properties were not left out',
  },
  orderby: {
    name: '`$orderby`',
    supported: 'the order of the list changed',
    notSupported: 'the order of the list did not change',
  },
  filter: {
    name: '`$filter`',
    supported: 'the list left out actions that do not match',
    notSupported: 'the list left out no actions',
  },
  etag: { name: 'ETag', supported: 'a get returned an ETag', notSupported: 'a get returned no ETag' },
  'application-only': {
    name: 'application-only access',
    supported: 'the published resource page requires it; use --lacks if the target serves delegated callers',
    notSupported: 'the target serves delegated callers',
  },
  vendors: {
    name: 'a list of vendors',
    supported: 'an unknown vendor or provider was rejected',
    notSupported: 'an unknown vendor or provider was not rejected',
  },
  'names-required': {
    name: 'a required `name` or `vendorInformation`',
    supported: 'a create with only `parameters` was rejected',
    notSupported: 'a create with only `parameters` was not rejected',
  },
};
