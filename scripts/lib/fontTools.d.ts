/** The parts of the font packages that scripts/build-fonts.mjs uses; they bring no types of their own. */
declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: "truetype";
      readonly keepFeatures: readonly string[];
      readonly noHinting: boolean;
    },
  ): Promise<Buffer>;
}

declare module "fontverter" {
  const fontverter: { convert(font: Buffer, toFormat: "woff2" | "sfnt"): Promise<Buffer> };
  export default fontverter;
}
