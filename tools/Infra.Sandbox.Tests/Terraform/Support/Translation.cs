using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;

namespace Infra.Sandbox.Tests.Terraform.Support;

/// <summary>Translates graphs and reads parts of the documents.</summary>
internal static class Translation
{
    public static readonly Uri Emulator = new("http://127.0.0.1:5000");

    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TerraformProgram Of(ResourceGraph graph, Uri? endpoint = null) =>
        TerraformTranslator.Translate(graph, AwsSchema.Version5, new TerraformTarget("eu-west-1", endpoint));

    /// <summary>Translates for version 6 of the provider.</summary>
    public static TerraformProgram OfVersion6(ResourceGraph graph, Uri? endpoint = null) =>
        TerraformTranslator.Translate(graph, AwsSchema.Version6, new TerraformTarget("eu-west-1", endpoint));

    /// <summary>The only resource of a graph, on one line.</summary>
    public static string ResourceOf(ResourceNode resource, Uri? endpoint = null)
    {
        var program = Of(Graphs.Of(resource), endpoint);
        return Text(program, "resource", [.. program.Addresses.Keys.Single().Split('.')]);
    }

    /// <summary>A part of a document, on one line.</summary>
    public static string Text(this TerraformProgram program, string section, params string[] path) =>
        path.Aggregate(JsonNode.Parse(program.Document)![section], (node, key) => node![key])!.ToJsonString(Format);

    /// <summary>A text of the stack in the document.</summary>
    public static string TemplateOf(PropertyValue text, params ResourceNode[] resources) =>
        JsonNode.Parse(Of(Graphs.Of(resources).WithOutput("it", text)).Document)!["output"]!["it"]!["value"]!.GetValue<string>();
}
