namespace Pulumi.Generator;

/// <summary>Writes what all classes of a package share.</summary>
internal static class UtilitiesSource
{
    private const string Template =
        """

        internal sealed class PACKAGEResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
        {
            public PACKAGEResourceTypeAttribute(string type) : base(type, Utilities.Version)
            {
            }
        }

        internal static class Utilities
        {
            public const string Version = VERSION;

            public static CustomResourceOptions WithDefaults(CustomResourceOptions? options, params string[] secrets)
            {
                var defaults = new CustomResourceOptions { Version = Version };
                defaults.AdditionalSecretOutputs.AddRange(secrets);
                return CustomResourceOptions.Merge(defaults, options);
            }

            public static ComponentResourceOptions WithDefaults(ComponentResourceOptions? options)
                => ComponentResourceOptions.Merge(new ComponentResourceOptions { Version = Version }, options);

            public static CustomResourceOptions WithId(Input<string> id, CustomResourceOptions options)
            {
                options.Id = id;
                return options;
            }

            public static InvokeOptions WithDefaults(InvokeOptions? options)
                => options?.Version is not null ? options : new InvokeOptions
                {
                    Parent = options?.Parent,
                    Provider = options?.Provider,
                    PluginDownloadURL = options?.PluginDownloadURL,
                    Version = Version,
                };

            public static InvokeOutputOptions WithDefaults(InvokeOutputOptions options)
                => options.Version is not null ? options : new InvokeOutputOptions
                {
                    Parent = options.Parent,
                    Provider = options.Provider,
                    PluginDownloadURL = options.PluginDownloadURL,
                    DependsOn = options.DependsOn,
                    Version = Version,
                };

            public static string? GetEnv(params string[] names)
                => Array.Find(Array.ConvertAll(names, Environment.GetEnvironmentVariable), value => value is not null);

            public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch
            {
                "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
                "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
                _ => null,
            };

            public static int? GetEnvInt32(params string[] names) => int.TryParse(GetEnv(names), out var value) ? value : null;

            public static double? GetEnvDouble(params string[] names) => double.TryParse(GetEnv(names), out var value) ? value : null;
        }
        """;

    public static string Write(PackageSchema package)
    {
        var code = CodeWriter.ForNamespace(package.RootNamespace);
        code.Line(Template.Replace("PACKAGE", Names.Title(package.Name)).Replace("VERSION", Names.Literal(package.Version)));
        return code.ToString();
    }
}
