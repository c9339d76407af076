/**
 * What axe finds on a page. There are no frames here, so it looks in the page itself: its way through
 * frames opens another page for each look, which on a busy machine costs more than the look.
 */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Nothing found on the page, or in what this selector names. The cast: axe brings its own copy of the browser driver's types. */
export async function expectNoViolation(page: Page, within?: string): Promise<void> {
  const builder = new AxeBuilder({ page: page as never }).setLegacyMode();
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
  ).toEqual([]);
}
