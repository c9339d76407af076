/** The code of a session, to read aloud and to point a camera at. */
import qrcode from "qrcode-generator";

const MODULE_PX = 5;
const QUIET_MODULES = 4; // ISO/IEC 18004 asks for four light modules around the code

/** The dark modules of a QR code as one path. */
function qrPath(text: string): { readonly path: string; readonly sizeModules: number } {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) {
        path += `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z`;
      }
    }
  }
  return { path, sizeModules: count + 2 * QUIET_MODULES };
}

interface JoinCodeProps {
  readonly joinCode: string;
  /** Where other devices find the server; null when only this machine does. */
  readonly joinOrigin: string | null;
}

export function JoinCode({ joinCode, joinOrigin }: JoinCodeProps) {
  const address = `${joinOrigin ?? location.origin}/#/join/${joinCode}`;
  const { path, sizeModules } = qrPath(address);
  return (
    <section class="panel join-code" aria-labelledby="code-title">
      <div>
        <h2 id="code-title">Join with this code</h2>
        <p class="code">{joinCode}</p>
        <p class="soft small">{address}</p>
        {joinOrigin === null && (
          <p class="soft small">
            This address is good on this machine alone. For tablets, start the server with{" "}
            <code>npm start -- --lan</code>.
          </p>
        )}
      </div>
      <svg
        width={sizeModules * MODULE_PX}
        height={sizeModules * MODULE_PX}
        viewBox={`0 0 ${sizeModules} ${sizeModules}`}
        role="img"
        aria-label={`QR code of ${address}`}
      >
        <rect width={sizeModules} height={sizeModules} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </section>
  );
}
