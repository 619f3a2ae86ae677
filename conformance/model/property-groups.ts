/** What a target may change when an action moves by itself. */
export const ownProgress: readonly string[] = [
  'status',
  'states',
  'lastActionDateTime',
  'completedDateTime',
  'errorInfo',
];

/** What no request changes once the action was created. */
export const fixedProperties: readonly string[] = ['createdDateTime', 'appId', 'azureTenantId', 'user'];
