/** A time zone by the place that names it: `New York` for `America/New_York`. */
export function zonePlace(timezone: string): string {
  return (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ');
}
