// The request builders of `/security/securityActions`. A package of the SDK for `/security` is not in the registry, so they are
// written here, in the form in which Kiota generates them, from the SDK's own models.
import {
  createSecurityActionFromDiscriminatorValue as createAction,
  createSecurityActionCollectionResponseFromDiscriminatorValue as createPage,
  serializeSecurityAction,
} from '@microsoft/msgraph-beta-sdk/models/index.js';
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-beta-sdk/models/oDataErrors/index.js';

export { createAction, createPage };
export const errorMappings = { XXX: createODataErrorFromDiscriminatorValue };

const json = 'application/json';
const path = '{+baseurl}/security/securityActions';
const optionNames = ['count', 'filter', 'orderby', 'select', 'top'];
const queryParametersMapper = Object.fromEntries(optionNames.map((name) => [name, `%24${name}`]));
const options = `{?${optionNames.map((name) => `%24${name}`).join(',')}}`;

const reads = (uriTemplate, responseBodyFactory) => ({
  ...{ uriTemplate: uriTemplate + options, responseBodyContentType: json, errorMappings, adapterMethodName: 'send' },
  ...{ responseBodyFactory, queryParametersMapper },
});
const writes = (uriTemplate) => ({
  ...{ uriTemplate, responseBodyContentType: json, errorMappings, adapterMethodName: 'send' },
  ...{
    responseBodyFactory: createAction,
    requestBodyContentType: json,
    requestBodySerializer: serializeSecurityAction,
  },
  requestInformationContentSetMethod: 'setContentFromParsable',
});
const item = `${path}/{securityAction%2Did}`;

export const navigation = {
  security: {
    navigationMetadata: {
      securityActions: {
        requestsMetadata: { get: reads(path, createPage), post: writes(path) },
        navigationMetadata: {
          bySecurityActionId: {
            pathParametersMappings: ['securityAction%2Did'],
            requestsMetadata: { get: reads(item, createAction), patch: writes(item) },
            navigationMetadata: {
              cancelSecurityAction: {
                requestsMetadata: {
                  post: {
                    ...{ uriTemplate: `${item}/cancelSecurityAction`, responseBodyContentType: json, errorMappings },
                    adapterMethodName: 'sendNoResponseContent',
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
