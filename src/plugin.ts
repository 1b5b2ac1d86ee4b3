import type { Validation, ValidationContext } from 'cdk8s-cli/plugins';
import { checkModel } from './checks/check';
import { readModel, type SourceDocument } from './convert/read';
import type { ConfigValue } from './model/config';

/**
 * The checks of this library as a validation plugin of cdk8s-cli: they run over the manifests of `cdk8s synth`,
 * whatever program made them. Errors fail the synthesis; warnings stand in the report's metadata.
 */
export class MdaiValidation implements Validation {
  async validate(context: ValidationContext): Promise<void> {
    const documents = context.manifests.flatMap((manifest) =>
      context
        .parseManifest(manifest)
        .map((content): SourceDocument => ({ path: manifest, content: content as ConfigValue })),
    );
    const issues = checkModel(readModel(documents));
    const errors = issues.filter(({ severity }) => severity === 'error');
    for (const { code, path, message, fix } of errors) {
      const manifestPath = context.manifests.find((manifest) => path.startsWith(manifest)) ?? path;
      const inside = path.slice(manifestPath.length + 1);
      context.report.addViolation({
        ruleName: code,
        recommendation: message,
        fix,
        violatingResources: [{ resourceName: inside.split('/')[0] ?? inside, locations: [inside], manifestPath }],
      });
    }
    const warnings = issues.filter(({ severity }) => severity === 'warning');
    const metadata = Object.fromEntries(warnings.map(({ path, code, message }) => [`${path} ${code}`, message]));
    context.report.submit(errors.length > 0 ? 'failure' : 'success', metadata);
  }
}
