import type { ComponentKind } from '../../../src/model/component-id';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';
import type { Release } from '../../../src/model/release';

/** A value that a field is drawn with; `undefined` leaves the field out. */
export type Option = ConfigValue | undefined;

/** A section that a rule is about, with values of its fields that break or keep the rule. */
export interface DrawnSection {
  /** What every drawn section holds. @default - nothing */
  readonly base?: ConfigMap;
  /** The values that fields are drawn from, by their paths with dots; one that stands twice is drawn twice as often. */
  readonly fields: Readonly<Record<string, readonly Option[]>>;
  /** The component's configuration around the section. @default - the section is all of it */
  readonly within?: (section: ConfigMap) => ConfigMap;
  /** The release that is asked, for what newer ones do not look at. @default - the default release */
  readonly release?: Release;
}

/** A rule of one component over one or several fields. */
export interface DrawnRule extends DrawnSection {
  readonly name: string;
  readonly kind: ComponentKind;
  /** The newest name of the type. */
  readonly type: string;
}

/** The rules of a component, by what they demand. */
export function rulesOf(
  kind: ComponentKind,
  type: string,
  rules: Readonly<Record<string, DrawnSection>>,
  about = type,
): readonly DrawnRule[] {
  return Object.entries(rules).map(([name, section]) => ({ ...section, name: `${about}: ${name}`, kind, type }));
}
