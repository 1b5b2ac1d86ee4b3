/** The longest name of a port (RFC 6335, section 5.1). */
const maxLength = 15;
// What Kubernetes takes as a container port's name: a letter somewhere, no hyphen at an end, none beside another.
const valid = /^(?!.*--)(?=.*[a-z])[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

// What numbers are turned into, so that no id is.
const ours = /^port-\d+(-tcp|-udp)?$/;

export interface NamedPort {
  readonly port: number;
  readonly transport: 'TCP' | 'UDP';
}

/**
 * Names as the OpenTelemetry operator gives them (its `naming.PortName`), so that a port which both of them know is one
 * port: the component's id and the section that listens, and `port-<number>` where that is too long, or no name.
 * A name hangs on its own component alone, unless another one's is the same.
 */
export class PortNames {
  private readonly taken = new Set<string>();

  /** @param parts what the name is made of: the id, and the section if there is one */
  name(parts: readonly string[], { port, transport }: NamedPort): string {
    const own = portNameOf(parts);
    const candidates = [...(isPortName(own) && !ours.test(own) ? [own] : []), `port-${port}`];
    const name =
      candidates.find((candidate) => !this.taken.has(candidate)) ?? `port-${port}-${transport.toLowerCase()}`;
    this.taken.add(name);
    return name;
  }
}

/** A port's name as the operator makes it of a component's id and the section that listens, valid or not. */
export function portNameOf(parts: readonly string[]): string {
  return parts.join('-').replaceAll(/[/_]/g, '-');
}

export function isPortName(name: string): boolean {
  return name.length <= maxLength && valid.test(name);
}
