/** A page of the MDAI gateway of a Helm release named `mdai`, in the same namespace. */
export function gatewayUrl(namespace: string | undefined, path: string): string {
  const domain = namespace === undefined ? '' : `.${namespace}.svc.cluster.local`;
  return `http://mdai-gateway${domain}:8081${path}`;
}
