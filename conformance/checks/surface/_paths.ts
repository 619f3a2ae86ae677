/** The path of one action below the base URL. */
export function actionPath(id: string): string {
  return `/security/securityActions/${encodeURIComponent(id)}`;
}
