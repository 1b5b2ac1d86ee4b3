import type { Validation, ValidationContext } from 'cdk8s-cli/plugins';
import { checkSources } from './cli/check-sources';
import { MdaiError } from './model/issue';
import { defaultRelease, type Release, releases } from './model/release';
import type { LocatedIssue } from './source/located';
import { readSources } from './source/read';

/** The `properties` of the plugin in `cdk8s.yaml`. */
export interface MdaiValidationProps {
  /** The release of collectors whose images name none. @default the newest */
  readonly release?: Release;
  /** Whether warnings fail the synthesis, too. @default false */
  readonly strict?: boolean;
}

/**
 * The checks of this library as a validation plugin of cdk8s-cli: they run over the manifests of `cdk8s synth`,
 * whatever program made them, all of them together. Errors fail the synthesis; warnings stand in the report's metadata.
 */
export class MdaiValidation implements Validation {
  private readonly release: Release;
  private readonly strict: boolean;

  /** @throws MdaiError for a release that this library does not know */
  constructor({ release = defaultRelease, strict = false }: MdaiValidationProps = {}) {
    if (!releases.includes(release)) {
      throw new MdaiError(`"release" of MdaiValidation is ${releases.join(' or ')}, not "${release}".`);
    }
    this.release = release;
    this.strict = strict;
  }

  async validate(context: ValidationContext): Promise<void> {
    const issues = checkSources(readSources(context.manifests), this.release);
    const failures = issues.filter(({ severity }) => severity === 'error' || this.strict);
    for (const issue of failures) context.report.addViolation(violationOf(issue));
    const rest = issues.filter((issue) => !failures.includes(issue));
    const metadata = Object.fromEntries(
      rest.map((issue) => [`${placeOf(issue)} ${issue.code}`, `${issue.message} ${issue.fix}`]),
    );
    context.report.submit(failures.length > 0 ? 'failure' : 'success', metadata);
  }
}

function violationOf({ code, file, line, column, path, message, fix }: LocatedIssue) {
  const [resourceName = ''] = path.split('/');
  const place = `${line}:${column}${path === '' ? '' : ` ${path}`}`;
  return {
    ruleName: code,
    recommendation: message,
    fix,
    violatingResources: [{ resourceName, locations: [place], manifestPath: file }],
  };
}

function placeOf({ file, line, column, path }: LocatedIssue): string {
  return `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}`;
}
