import {
  type ExtensionFactories,
  factories,
  type ProcessorFactories,
  type ReceiverFactories,
} from '../catalog/factories';
import type { KnownExtensions, KnownProcessors, KnownReceivers } from '../catalog/types';
import { type Override, overridden } from '../collector/override';

// The factories that users call, before a program has added types of its own.
export const receivers: ReceiverFactories<KnownReceivers> = factories('receiver');
export const processors: ProcessorFactories<KnownProcessors> = factories('processor');
export const extensions: ExtensionFactories<KnownExtensions> = factories('extension');

export type ReceiverConfig<T extends keyof KnownReceivers> = KnownReceivers[T]['config'];
export type ProcessorConfig<T extends keyof KnownProcessors> = KnownProcessors[T]['config'];

/** What every preset takes, for a component with the configuration `C`. */
export interface PresetOptions<C extends object> {
  /**
   * The name of the component, what comes behind the slash of its id: `file_log/shop`.
   * @default none: the id is the type alone
   */
  readonly name?: string;
  /**
   * Changes to the component's own fields, made last. Maps merge, lists and other values replace what the preset has,
   * and `unset` takes a field out.
   * @default none
   */
  readonly config?: Override<C>;
}

interface PresetFactory<C extends object, Made> {
  (config: C): Made;
  (name: string, config: C): Made;
}

/** The component that a preset stands for: its configuration, with the user's name and changes. */
export function component<C extends object, Made>(
  factory: PresetFactory<C, Made>,
  { name, config }: PresetOptions<C>,
  preset: C,
): Made {
  const changed = overridden(preset, config === undefined ? [] : [config]) as C;
  return name === undefined ? factory(changed) : factory(name, changed);
}
