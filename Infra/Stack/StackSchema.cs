using System.Text.Json.Nodes;
using Infra.Configuration.Reference;
using Infra.Configuration.Schema;
using Infra.Facts;
using Infra.Stack.Rules;

namespace Infra.Stack;

/// <summary>The JSON Schema of the stack files of this program.</summary>
internal static class StackSchema
{
    private const string Documentation = "Infra.xml";

    /// <summary>Writes the schema with the descriptions in the documentation file beside the program.</summary>
    /// <param name="project">The name of the project.</param>
    public static string Write(string project)
    {
        using var xml = File.OpenRead(Path.Combine(AppContext.BaseDirectory, Documentation));
        return new StackFileSchema(typeof(StackConfig), project, XmlDocs.Load(xml), NamespaceRules.Namespaces, Special()).Write();
    }

    private static Dictionary<string, JsonObject> Special()
    {
        const string Description = "The AWS region of the stack. Another region is another deployment.";
        return new()
        {
            [RegionRules.Key] = new JsonObject
            {
                ["description"] = Description,
                ["markdownDescription"] = $"{Description}\n\ntext; required; a region such as `eu-central-1`",
                ["type"] = "string",
                ["pattern"] = RegionRules.Pattern,
                ["patternErrorMessage"] = "use a region such as eu-central-1",
                ["examples"] = new JsonArray([.. Regions.All.Select(region => (JsonNode)region)]),
            },
        };
    }
}
