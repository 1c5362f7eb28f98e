namespace Pulumi.Generator.Tests;

/// <summary>One of everything that a package schema can hold.</summary>
internal static class TinySchema
{
    public const string Text =
        """
        {
          "name": "tiny",
          "version": "1.2.3",
          "language": { "csharp": { "namespaces": { "disk": "DISK" } } },
          "resources": {
            "pulumi:providers:tiny": {
              "inputProperties": {
                "region": { "type": "string", "default": "the \"near\" one", "defaultInfo": { "environment": ["TINY_REGION", "REGION"] } },
                "skipChecks": { "type": "boolean", "default": true }
              },
              "properties": { "region": { "type": "string" } }
            },
            "tiny:disk/disk:Disk": {
              "inputProperties": {
                "disk": { "type": "string", "language": { "csharp": { "name": "DiskName" } } },
                "kind": { "oneOf": [{ "type": "string" }, { "$ref": "#/types/tiny:disk/kind:Kind" }], "default": "fast" },
                "legacy": { "type": "array", "items": { "type": "string" }, "deprecationMessage": "Use tags." },
                "password": { "type": "string", "secret": true },
                "tags": { "type": "array", "items": { "$ref": "#/types/tiny:disk/DiskTag:DiskTag" } }
              },
              "requiredInputs": ["disk", "tags"],
              "properties": {
                "disk": { "type": "string", "language": { "csharp": { "name": "DiskName" } } },
                "password": { "type": "string", "secret": true },
                "tags": { "type": "array", "items": { "$ref": "#/types/tiny:disk/DiskTag:DiskTag" } }
              },
              "required": ["disk", "tags"]
            },
            "tiny:index:Shelf": {
              "isComponent": true,
              "inputProperties": { "count": { "type": "integer", "plain": true } },
              "requiredInputs": ["count"],
              "properties": { "diskIds": { "type": "array", "items": { "type": "string" } } },
              "required": ["diskIds"]
            }
          },
          "functions": {
            "tiny:disk/getDisk:getDisk": {
              "inputs": { "properties": { "filters": { "type": "array", "items": { "$ref": "#/types/tiny:disk/GetDiskFilter:GetDiskFilter" } } } },
              "outputs": {
                "properties": {
                  "default": { "type": "boolean" },
                  "filters": { "type": "array", "items": { "$ref": "#/types/tiny:disk/GetDiskFilter:GetDiskFilter" } }
                },
                "required": ["default"]
              }
            }
          },
          "types": {
            "tiny:disk/DiskTag:DiskTag": {
              "type": "object",
              "properties": { "key": { "type": "string" }, "propagate": { "type": "boolean", "default": false } },
              "required": ["key"]
            },
            "tiny:disk/GetDiskFilter:GetDiskFilter": {
              "type": "object",
              "properties": { "values": { "type": "array", "items": { "type": "string" } } },
              "required": ["values"]
            },
            "tiny:disk/kind:Kind": {
              "type": "string",
              "enum": [{ "name": "Fast", "value": "fast" }, { "value": "2nd-hand" }]
            }
          }
        }
        """;
}
