/** The release since which functions look at their literals when they are made, and take other values in their place. */
export const literalsSince = '0.145.0';
