# Evaluates the package of flake.nix with a stub in place of nixpkgs, in which each package is its own name.
{ flake, system }:
let
  names = [
    "glib-networking"
    "gtk3"
    "openssl"
    "pkg-config"
    "webkitgtk_4_1"
    "wrapGAppsHook3"
    "xdotool"
  ];
  packages =
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value = name;
      }) names
    )
    // {
      inherit lib;
      mkShell = attributes: attributes;
      rustPlatform.buildRustPackage = attributes: attributes;
      stdenv.hostPlatform = { inherit system; };
    };
  lib = {
    genAttrs =
      keys: value:
      builtins.listToAttrs (
        map (name: {
          inherit name;
          value = value name;
        }) keys
      );
    licenses.mit = "MIT";
  };
  outputs = (import flake).outputs {
    self = {
      outPath = "the project";
      inherit (outputs) packages;
    };
    nixpkgs = {
      inherit lib;
      legacyPackages.${system} = packages;
    };
  };
in
{
  package = outputs.packages.${system}.default;
  shell = builtins.length outputs.devShells.${system}.default.inputsFrom;
}
