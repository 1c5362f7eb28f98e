namespace Pulumi;

/// <summary>Options of a <see cref="CustomResource"/>.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs { get; set; } = [];

    /// <summary>Adopt the existing resource with this identifier, then manage it.</summary>
    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings { get; set; } = [];

    /// <summary>New options with the settings of both; <paramref name="options2"/> wins where only one can.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            merged.MergeFrom(options);
            merged.DeleteBeforeReplace = options?.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = options?.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs.AddRange(options?.AdditionalSecretOutputs ?? []);
            foreach (var mapping in options?.EnvVarMappings ?? [])
            {
                merged.EnvVarMappings[mapping.Key] = mapping.Value;
            }
        }

        return merged;
    }
}
