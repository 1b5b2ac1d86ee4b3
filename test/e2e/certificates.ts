import { tool } from '../../tools/locate';
import { run } from './process';

/** The files of a certificate as cert-manager's Secret has them: `tls.crt`, `tls.key` and `ca.crt`. */
export class Authority {
  /** @param folder where the authority keeps its own key */
  constructor(private readonly folder: string) {
    certificate('authority', folder);
  }

  /** Writes a certificate for these DNS names into a folder. */
  certify(folder: string, ...dnsNames: readonly string[]): void {
    certificate('issue', this.folder, folder, ...dnsNames);
  }
}

function certificate(...args: readonly string[]): void {
  const { ok, output } = run(tool('certificate'), args);
  if (!ok) throw new Error(`certificate ${args.join(' ')}: ${output}`);
}
