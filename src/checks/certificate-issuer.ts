import type { CollectorModel } from '../model/collector';
import type { Model } from '../model/model';
import { type Rule, warning } from './rule';

/** An `Issuer` serves one namespace; another of the same name may be of another authority. */
export const certificateIssuer: Rule = ({ collectors }: Model) =>
  collectors.flatMap((from) =>
    (from.sends ?? []).flatMap(({ exporter, to: path }) => {
      const to = collectors.find((one) => one.path === path);
      if (to === undefined || to.namespace === from.namespace) return [];
      const names = issuers(to);
      return issuers(from)
        .filter((name) => names.includes(name))
        .map((name) =>
          warning(
            'certificate-issuer',
            `${from.path}/exporters/${exporter}`,
            `the issuer "${name}" serves one namespace, and ${to.path} is in another.`,
            `Use a ClusterIssuer: issuer('${name}', { kind: 'ClusterIssuer' }).`,
          ),
        );
    }),
  );

function issuers({ files = [] }: CollectorModel): string[] {
  return files.flatMap((file) =>
    file.kind === 'certificate' && file.issuer.kind === 'Issuer' ? file.issuer.name : [],
  );
}
