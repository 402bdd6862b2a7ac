/** What a feed reader calls the feed of what became late. */
export const overdueFeed = (siteName: string) => `${siteName}: late improvements`;
