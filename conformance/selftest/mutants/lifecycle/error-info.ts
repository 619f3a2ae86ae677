export const errorInfo = { code: 2, message: 'Cancelled.', subcode: 0 };
