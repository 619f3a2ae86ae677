/** Whether the target rejected the body of a request as invalid. */
export function isRejectedBody({ status }: { readonly status: number }): boolean {
  return status === 400 || status === 422;
}
