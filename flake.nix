# For Nix: `nix run`, `nix develop`. The packages of the system are those of a channel with Rust 1.89 or newer.
{
  description = "Account recovery that people trust";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      forAllSystems = build: nixpkgs.lib.genAttrs systems (system: build nixpkgs.legacyPackages.${system});
      id = "app.latchkey.Latchkey";
    in
    {
      packages = forAllSystems (pkgs: {
        default = pkgs.rustPlatform.buildRustPackage {
          pname = "latchkey";
          version = "0.1.0";
          src = self;
          cargoLock.lockFile = ./Cargo.lock;

          nativeBuildInputs = [
            pkgs.pkg-config
            pkgs.wrapGAppsHook3
          ];
          buildInputs = [
            pkgs.glib-networking
            pkgs.gtk3
            pkgs.openssl
            pkgs.webkitgtk_4_1
            pkgs.xdotool
          ];

          cargoBuildFlags = [
            "--package=latchkey-recovery"
            "--bin=latchkey"
            "--bin=latchkey-window"
          ];
          buildNoDefaultFeatures = true;
          buildFeatures = [ "desktop" ];
          # They need a display, PostgreSQL and the other packages of the workspace.
          doCheck = false;

          postInstall = ''
            install -D --mode 644 platform/linux/${id}.desktop -t $out/share/applications
            substituteInPlace $out/share/applications/${id}.desktop --replace-fail /usr/bin/latchkey $out/bin/latchkey
            install -D --mode 644 platform/linux/${id}.metainfo.xml -t $out/share/metainfo
            install -D --mode 644 assets/icon/latchkey.svg $out/share/icons/hicolor/scalable/apps/${id}.svg
            for size in 16 24 32 48 64 128 256 512; do
              install -D --mode 644 platform/linux/icons/$size.png \
                $out/share/icons/hicolor/''${size}x$size/apps/${id}.png
            done
            install -D --mode 644 LICENSE -t $out/share/licenses/latchkey
          '';

          meta = {
            description = "Account recovery that people trust";
            homepage = "https://git.latchkey.example/latchkey";
            license = pkgs.lib.licenses.mit;
            mainProgram = "latchkey";
            platforms = systems;
          };
        };
      });

      devShells = forAllSystems (pkgs: {
        default = pkgs.mkShell {
          inputsFrom = [ self.packages.${pkgs.stdenv.hostPlatform.system}.default ];
        };
      });
    };
}
